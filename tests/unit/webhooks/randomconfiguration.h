// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <random>
#include <string>
#include <vector>

namespace meshwatch {

/// Webhook configurations by chance, with everything that is awkward to write in one form or another. The
/// same seed makes the same.
class RandomConfiguration {
public:
    explicit RandomConfiguration(unsigned seed)
        : m_random(seed) {}

    int below(int end) { return int(m_random() % unsigned(end)); }

    std::string text() {
        static const std::vector<std::string> texts{
            "",
            " ",
            "plain",
            "true",
            "false",
            "null",
            "undefined",
            "yes",
            "no",
            "on",
            "Off",
            "y",
            "N",
            "~",
            "1e5",
            "0012345678901234567890",
            "12345678901234567890123",
            "-5",
            "+5",
            "0x1F",
            "017",
            "0o17",
            "1_000",
            ".inf",
            ".NaN",
            "12:30:45",
            "2026-01-01",
            "=",
            "<<",
            "*alias",
            "&anchor",
            "!tag",
            "- item",
            "? key",
            "a: b",
            "a #b",
            "#c",
            "key=value",
            "$HOME",
            "${HOME}",
            "$$",
            "$(HOME)",
            "a$",
            "http://h/{{trigger}}/x?a=1&b=2#f",
            "{{trigger}}",
            "{",
            "[",
            "[1]",
            "{\"a\":1}",
            "\"quoted\"",
            "'single'",
            "it's",
            "a\\b",
            "a\"b",
            "two\nlines",
            "two\r\nlines",
            "tab\there",
            " blanks ",
            "ends with\n",
            "für Ünïcode",
            "日本",
            "\xf0\x9f\x90\x99 eight",
            "\xe2\x80\xa8line separator",
            "\xc2\x85next line",
            "\xef\xbb\xbfmark",
            "\x7f",
            "\x01",
            std::string("a\0b", 3),
            "@at",
            "`tick",
            "%percent",
            "|",
            ">",
            ", comma",
            "]",
            "}",
            ": ",
            "a:",
            "---",
            "...",
            "0",
            "1.5",
            "-0",
            "%YAML 1.2",
            "export A=b",
        };
        return texts[size_t(below(int(texts.size())))];
    }

    /// No `:` and, unless for a file, no `__`: those no form or only a file can carry.
    std::string name() {
        static const std::vector<std::string> names{"crm",
                                                    "a.b",
                                                    "a b",
                                                    "a-b",
                                                    "a_b",
                                                    "ü",
                                                    "日本",
                                                    "true",
                                                    "yes",
                                                    "null",
                                                    "0012345678901234567890",
                                                    "1e5",
                                                    "007",
                                                    "17",
                                                    "3",
                                                    "#x",
                                                    "a#b",
                                                    "it's",
                                                    "a\"b",
                                                    "$HOME",
                                                    "a=b",
                                                    "x y=z",
                                                    "_a",
                                                    "a_",
                                                    "a\nb",
                                                    "",
                                                    "-",
                                                    "- a",
                                                    "{a}",
                                                    "[a]",
                                                    "*a",
                                                    "&a",
                                                    "a,b",
                                                    "{{trigger}}",
                                                    "~",
                                                    "0x10",
                                                    "on",
                                                    "ZZZ",
                                                    "toString",
                                                    "\xf0\x9f\x90\x99",
                                                    "a/b~c",
                                                    "Authorization",
                                                    "X-Api-Key"};
        return names[size_t(below(int(names.size())))];
    }

    ConfigJson number() {
        static const std::vector<ConfigJson> numbers{0,
                                                     1,
                                                     -1,
                                                     42,
                                                     1.5,
                                                     -0.25,
                                                     1e21,
                                                     1e-7,
                                                     1e300,
                                                     -3e-10,
                                                     9007199254740993LL,
                                                     12345678901234567890ULL,
                                                     -9223372036854775807LL,
                                                     100000,
                                                     0.1};
        return numbers[size_t(below(int(numbers.size())))];
    }

    ConfigJson any(int depth) {
        switch (below(depth > 0 ? 9 : 7)) {
        case 0:
            return nullptr;
        case 1:
            return below(2) == 0;
        case 2:
            return number();
        case 3:
            return ConfigJson::array();
        case 4:
            return ConfigJson::object();
        case 7:
            return list(depth - 1);
        case 8:
            return object(depth - 1);
        default:
            return text();
        }
    }

    ConfigJson list(int depth) {
        ConfigJson items = ConfigJson::array();
        for (int i = below(4); i > 0; --i)
            items.push_back(any(depth));
        return items;
    }

    ConfigJson object(int depth) {
        ConfigJson members = ConfigJson::object();
        for (int i = below(4); i > 0; --i)
            members[name()] = any(depth);
        return members;
    }

    ConfigJson headers() {
        ConfigJson headers = ConfigJson::object();
        for (int i = below(4); i > 0; --i)
            headers[below(3) == 0 ? name()
                    : i % 2 == 0  ? "X-Tenant"
                                  : "X-Secret-Token"] = below(4) == 0 ? any(1) : ConfigJson(text());
        return headers;
    }

    ConfigJson target() {
        ConfigJson target = ConfigJson::object();
        if (below(8) != 0)
            target["url"] = below(3) == 0 ? text() : "https://receiver.example/{{trigger}}";
        if (below(2) == 0)
            target["headers"] = headers();
        const int kind = below(4);
        if (kind == 0)
            target["authentication"] = {{"type", "ApiKey"}, {"apiKey", text()}, {"headerName", text()}};
        if (kind == 1)
            target["authentication"] = {{"type", "OAuth2"},
                                        {"accessTokenUrl", "https://t.example"},
                                        {"clientId", text()},
                                        {"clientSecret", text()}};
        if (below(8) == 0)
            target[name()] = any(2);
        return target;
    }

    ConfigJson webhooks() {
        ConfigJson module = ConfigJson::object();
        if (below(6) != 0)
            module["enabled"] = below(4) != 0;
        if (below(5) == 0)
            module["skipTlsCheck"] = true;
        ConfigJson targets = ConfigJson::object();
        for (int i = below(5); i > 0; --i)
            targets[name()] = target();
        if (below(6) != 0)
            module["targets"] = targets;
        ConfigJson hooks = ConfigJson::array();
        for (int i = below(4); i > 0; --i) {
            ConfigJson triggers = ConfigJson::array();
            for (int t = below(4); t > 0; --t)
                triggers.push_back(below(3) == 0 ? text() : "transport.*");
            hooks.push_back(
                {{"triggers", triggers}, {"target", below(3) == 0 ? target() : ConfigJson(name())}});
        }
        if (below(6) != 0)
            module["webhooks"] = hooks;
        if (below(6) == 0)
            module[name()] = any(3);
        if (module.empty())
            module["enabled"] = true;
        return module;
    }

    /// The webhooks with something in them changed.
    ConfigJson changed(ConfigJson webhooks) {
        if (webhooks.contains("targets") && !webhooks["targets"].empty()) {
            ConfigJson& targets = webhooks["targets"];
            const auto it = std::next(targets.begin(), below(int(targets.size())));
            const std::string key = it.key();
            switch (below(4)) {
            case 0:
                targets.erase(key);
                break;
            case 1:
                targets[key]["url"] = text();
                break;
            case 2:
                targets[key]["headers"] = headers();
                break;
            default:
                targets[name()] = target();
            }
        } else {
            webhooks["targets"][name()] = target();
        }
        return webhooks;
    }

private:
    std::mt19937 m_random;
};

} // namespace meshwatch
