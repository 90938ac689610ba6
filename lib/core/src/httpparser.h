// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>

#include <boost/beast/http/basic_parser.hpp>

namespace meshwatch {

/// Reads one HTTP/1 request into our own type. Boost.Beast knows the grammar and the limits; a request
/// that can be read in two ways (two lengths, a length beside chunks) is an error there.
class HttpParser : public boost::beast::http::basic_parser<true> {
public:
    explicit HttpParser(qsizetype maxBodyBytes);

    [[nodiscard]] HttpRequest& request() { return m_request; }
    /// What comes of the body is read and thrown away.
    void discardBody() { m_isBodyDiscarded = true; }
    [[nodiscard]] bool isHttp10() const { return m_isHttp10; }

private:
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;

    void on_request_impl(boost::beast::http::verb verb, Text method, Text target, int version,
                         Code& error) override;
    void on_response_impl(int, Text, int, Code&) override {}
    void on_field_impl(boost::beast::http::field, Text name, Text value, Code&) override;
    void on_header_impl(Code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code&) override;
    std::size_t on_body_impl(Text body, Code&) override;
    void on_chunk_header_impl(std::uint64_t, Text, Code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text body, Code& error) override;
    void on_finish_impl(Code&) override {}

    HttpRequest m_request;
    bool m_isBodyDiscarded = false;
    bool m_isHttp10 = false;
};

} // namespace meshwatch
