// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QHash>

#include <optional>
#include <string>

namespace meshwatch {

/// Reads JSON by the rules of JSON.parse. nlohmann's own parser differs where it matters here: it keeps
/// integers that JavaScript rounds, and refuses numbers beyond a double and halves of surrogate pairs.
class ConfigJsonParser {
public:
    explicit ConfigJsonParser(QByteArrayView text)
        : m_text(text) {}

    /// Nothing if the text is not JSON; position() is then the byte where it ceases to be.
    [[nodiscard]] std::optional<ConfigJson> parse();
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    /// Has parse() note where members and elements begin, by their JSON pointers.
    void notePlaces() { m_notesPlaces = true; }
    [[nodiscard]] const QHash<QString, qsizetype>& places() const { return m_places; }

private:
    [[nodiscard]] char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipBlanks();
    [[nodiscard]] bool take(QByteArrayView word);
    [[nodiscard]] bool value(ConfigJson& result, int depth);
    [[nodiscard]] bool object(ConfigJson& result, int depth);
    [[nodiscard]] bool array(ConfigJson& result, int depth);
    /// Goes down a step, noting `place` for it; gives the length of the pointer to go back to.
    qsizetype enter(const QString& step, qsizetype place);
    [[nodiscard]] bool number(ConfigJson& result);
    [[nodiscard]] bool string(std::string& result);
    [[nodiscard]] bool escape(std::string& result);
    [[nodiscard]] std::optional<uint> codeUnit();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_isTooDeep = false;
    bool m_notesPlaces = false;
    QString m_pointer;
    QHash<QString, qsizetype> m_places;
};

} // namespace meshwatch
