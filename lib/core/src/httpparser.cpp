// SPDX-License-Identifier: MIT
#include "httpparser.h"

#include <cctype>

namespace meshwatch {

namespace {

namespace http = boost::beast::http;

/// Of the line and the fields before the body.
constexpr std::uint32_t maxHeadBytes = 16 * 1024;

/// Room made at once for a body; what merely claims to be longer gets more as it comes.
constexpr std::uint64_t roomAtFirst = 256 * 1024;

QByteArrayView view(boost::beast::string_view text) { return {text.data(), qsizetype(text.size())}; }

/// "http://host/path?query" → "/path?query", as a proxy sends it.
QByteArrayView originForm(QByteArrayView target) {
    if (target.startsWith('/'))
        return target;
    const qsizetype scheme = target.indexOf("://");
    if (scheme < 0)
        return target;
    const qsizetype path = target.indexOf('/', scheme + 3);
    return path < 0 ? QByteArrayView("/") : target.sliced(path);
}

/// As it is where it is no encoding.
QByteArray percentDecoded(const QByteArray& path) {
    for (qsizetype at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
        if (at + 2 >= path.size() || !std::isxdigit(static_cast<uchar>(path[at + 1])) ||
            !std::isxdigit(static_cast<uchar>(path[at + 2])))
            return path;
    }
    return QByteArray::fromPercentEncoding(path);
}

} // namespace

HttpParser::HttpParser(qsizetype maxBodyBytes) {
    header_limit(maxHeadBytes);
    body_limit(std::uint64_t(maxBodyBytes));
}

void HttpParser::on_request_impl(http::verb verb, Text method, Text target, int version, Code&) {
    m_isHttp10 = version < 11;
    m_request.method = verb == http::verb::post ? QByteArrayLiteral("POST") : view(method).toByteArray();
    const QByteArrayView whole = originForm(view(target));
    const qsizetype mark = whole.indexOf('?');
    const QByteArray path = whole.first(mark < 0 ? whole.size() : mark).toByteArray();
    m_request.path = path.contains('%') ? percentDecoded(path) : path;
    if (mark >= 0)
        m_request.query = whole.sliced(mark + 1).toByteArray();
}

void HttpParser::on_field_impl(http::field, Text name, Text value, Code&) {
    m_request.headers.add(view(name), view(value));
}

void HttpParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Code&) {
    if (length && !m_isBodyDiscarded)
        m_request.body.reserve(qsizetype(std::min(*length, roomAtFirst)));
}

std::size_t HttpParser::on_body_impl(Text body, Code&) {
    if (!m_isBodyDiscarded)
        m_request.body.append(view(body));
    return body.size();
}

std::size_t HttpParser::on_chunk_body_impl(std::uint64_t, Text body, Code& error) {
    return on_body_impl(body, error);
}

} // namespace meshwatch
