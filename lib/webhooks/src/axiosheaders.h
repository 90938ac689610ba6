// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/result.h>
#include <meshwatch/webhooks/configjson.h>

#include <QByteArrayList>

#include <vector>

namespace meshwatch {

/// Headers as the Connector's HTTP client (axios) puts them together: names compare without case and keep the
/// form in which they came first, values of any type become text, null and false drop a header (Connector
/// reference, webhook verdicts, “Accepted, but not what one meant”).
class AxiosHeaders {
public:
    /// Sets what a configuration has at `headers`, of any shape. The error "invalidHeader" names a value that
    /// cannot become text.
    [[nodiscard]] Result<void> configure(const ConfigJson& configured);
    [[nodiscard]] Result<void> configure(const QString& name, const ConfigJson& value);
    void set(const QByteArray& name, const QByteArray& value);
    /// Only if nobody said anything of this header, dropping it included.
    void setDefault(const QByteArray& name, const QByteArray& value);
    /// Only if it is not sent by now: what the layer below axios adds.
    void setIfNotSent(const QByteArray& name, const QByteArray& value);
    void remove(const QByteArray& name);

    /// The first value; null if it is not sent.
    [[nodiscard]] QByteArray value(const QByteArray& name) const;
    /// The first name that is no HTTP token, with which nothing can be sent; null if there is none.
    [[nodiscard]] QByteArray invalidName() const;
    /// What goes out, a list of values as a line each.
    [[nodiscard]] HttpHeaders list() const;

private:
    struct Field {
        QByteArray name;
        QByteArrayList values; ///< none: dropped
    };
    void put(const QByteArray& name, const QByteArrayList& values);
    [[nodiscard]] const Field* find(const QByteArray& name) const;

    std::vector<Field> m_fields;
};

} // namespace meshwatch
