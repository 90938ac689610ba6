// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <libpq-fe.h>

#include <memory>
#include <vector>

namespace meshwatch {

/// What PostgreSQL answered; values came in binary form.
class PostgresRows {
public:
    explicit PostgresRows(PGresult* result)
        : m_result(result, PQclear) {}

    [[nodiscard]] PGresult* get() const { return m_result.get(); }
    [[nodiscard]] int count() const { return PQntuples(get()); }
    [[nodiscard]] bool isNull(int row, int column) const { return PQgetisnull(get(), row, column) != 0; }
    [[nodiscard]] QByteArray bytes(int row, int column) const {
        return {PQgetvalue(get(), row, column), qsizetype(PQgetlength(get(), row, column))};
    }
    [[nodiscard]] qint64 bigint(int row, int column) const {
        return isNull(row, column) ? 0 : qFromBigEndian<qint64>(PQgetvalue(get(), row, column));
    }

private:
    std::unique_ptr<PGresult, decltype(&PQclear)> m_result;
};

/// A column's values of many rows, as one array in PostgreSQL's binary form.
class PostgresArray {
public:
    enum class Of : quint32 { Bigint = 20, Bytea = 17, Text = 25 }; // pg_type.dat

    explicit PostgresArray(Of element)
        : m_element(element) {}

    void add(qint64 number) {
        const qint64 bigEndian = qToBigEndian(number);
        add(QByteArray::fromRawData(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian));
    }
    void add(const QByteArray& value) {
        appendNumber(qint32(value.size()));
        m_values.append(value);
        ++m_count;
    }
    [[nodiscard]] Oid type() const {
        return m_element == Of::Bigint ? 1016 : m_element == Of::Bytea ? 1001 : 1009;
    }
    /// The whole array.
    [[nodiscard]] QByteArray encoded() const {
        QByteArray head;
        for (const qint32 number : {1, 0, qint32(m_element), m_count, 1}) { // dimensions, nulls, …, from 1
            const qint32 bigEndian = qToBigEndian(number);
            head.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
        }
        return head + m_values;
    }

private:
    void appendNumber(qint32 number) {
        const qint32 bigEndian = qToBigEndian(number);
        m_values.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
    }

    const Of m_element;
    QByteArray m_values;
    qint32 m_count = 0;
};

/// The values of a statement's $1, $2, ….
class PostgresParameters {
public:
    PostgresParameters& add(const QByteArray& text) { return add(Oid(PostgresArray::Of::Text), text); }
    PostgresParameters& add(qint64 number) {
        const qint64 bigEndian = qToBigEndian(number);
        return add(Oid(PostgresArray::Of::Bigint),
                   QByteArray(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian));
    }
    PostgresParameters& add(const PostgresArray& array) { return add(array.type(), array.encoded()); }

    [[nodiscard]] int count() const { return int(m_values.size()); }
    [[nodiscard]] const Oid* types() const { return m_types.data(); }
    [[nodiscard]] std::vector<const char*> values() const {
        std::vector<const char*> pointers;
        for (const QByteArray& value : m_values)
            pointers.push_back(value.constData());
        return pointers;
    }
    [[nodiscard]] std::vector<int> lengths() const {
        std::vector<int> lengths;
        for (const QByteArray& value : m_values)
            lengths.push_back(int(value.size()));
        return lengths;
    }

private:
    PostgresParameters& add(Oid type, QByteArray value) {
        m_types.push_back(type);
        m_values.push_back(std::move(value));
        return *this;
    }

    std::vector<Oid> m_types;
    std::vector<QByteArray> m_values;
};

} // namespace meshwatch
