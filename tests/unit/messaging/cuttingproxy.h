// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

/// Stands between a client and a Connector and breaks the connection while a message is posted.
class CuttingProxy : public QObject {
public:
    enum class Cut {
        Nothing,
        Answer,  ///< the Connector gets the POST, the client no answer
        Request, ///< the Connector gets nothing
    };
    explicit CuttingProxy(quint16 target);

    [[nodiscard]] quint16 port() const { return m_port; }
    /// What happens with the next POST Messages; all later connections are refused until recover().
    void setCut(Cut cut) { m_cut = cut; }
    void recover();
    int posts = 0; ///< POST Messages seen

private:
    void accept();
    void forward(QTcpSocket* client, QTcpSocket* connector);
    void breakOff(QTcpSocket* client);

    const quint16 m_target;
    quint16 m_port = 0;
    Cut m_cut = Cut::Nothing;
    QTcpServer m_server;
};
