// SPDX-License-Identifier: MIT
#include "valuewriter.h"

#include "yamlscalar.h"

#include <algorithm>

namespace meshwatch {

QByteArray ValueWriter::scalar(const ConfigJson& value) const {
    if (isJson && value.is_string())
        return yamlscalar::doubleQuoted(value.get_ref<const std::string&>());
    return yamlscalar::write(value);
}

bool ValueWriter::isInline(const ConfigJson& value) {
    if (!value.is_structured() || value.empty())
        return true;
    return value.is_array() && std::none_of(value.begin(), value.end(),
                                            [](const ConfigJson& item) { return item.is_structured(); });
}

QByteArray ValueWriter::flow(const ConfigJson& value, bool isMultiLine, const QByteArray& indent) const {
    if (!value.is_structured())
        return scalar(value);
    // A list of plain values is easier to read on one line.
    const bool isWrapped = isMultiLine && !isInline(value);
    const QByteArray inner = indent + step;
    const QByteArray separator = isWrapped ? lineEnd + inner : isSpacious ? QByteArray(" ") : QByteArray();
    QByteArray text(value.is_array() ? "[" : "{");
    if (isWrapped)
        text += separator;
    bool isFirst = true;
    for (const auto& [name, member] : value.items()) {
        if (!isFirst)
            text += ',' + separator;
        isFirst = false;
        if (value.is_object())
            text += scalar(name) + (isSpacious || !isJson ? ": " : ":");
        text += flow(member, isMultiLine, inner);
    }
    if (isWrapped)
        text += lineEnd + indent;
    return text + (value.is_array() ? ']' : '}');
}

QByteArrayList ValueWriter::blockMember(const std::string& name, const ConfigJson& value) const {
    const QByteArray key = scalar(name) + ':';
    if (isInline(value))
        return {key + ' ' + flow(value, false, {})};
    QByteArrayList lines{key};
    for (const QByteArray& line : block(value))
        lines += step + line;
    return lines;
}

QByteArrayList ValueWriter::blockItem(const ConfigJson& value) const {
    QByteArrayList lines = block(value);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].prepend(i == 0 ? "- " : "  ");
    return lines;
}

QByteArrayList ValueWriter::block(const ConfigJson& value) const {
    if (isInline(value))
        return {flow(value, false, {})};
    QByteArrayList lines;
    for (const auto& [name, member] : value.items())
        lines += value.is_object() ? blockMember(name, member) : blockItem(member);
    return lines;
}

} // namespace meshwatch
