// SPDX-License-Identifier: MIT
// Tells the thread sanitizer what Qt guarantees. Debian's Qt is not instrumented and locks by futex, so that
// the sanitizer does not see that what was written before a call was queued, or in a thread that has ended,
// is there for who takes the call or has waited. The linker puts these in the place of Qt's (--wrap,
// tests/CMakeLists.txt).
#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <sanitizer/tsan_interface.h>

extern "C" {
// QMetaObject::invokeMethodImpl(), QMetaObject::activate() and QThread::wait() by the names that a linker
// knows.
bool __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
void __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject*, const QMetaObject*, int, void**);
bool __real__ZN7QThread4waitE14QDeadlineTimer(QThread*, QDeadlineTimer);
}

namespace {

char queuedSignals; ///< its address stands for all signals: who will receive one is known to Qt only

bool taken(void** data) {
    if (static_cast<QEvent*>(data[1])->type() == QEvent::MetaCall) {
        __tsan_acquire(data[0]);
        __tsan_acquire(&queuedSignals);
    }
    return false; // Qt goes on with the event
}

/// Calls what was queued, and tells that whoever destroys it, the caller or the callee, may see what is in it
/// and what the call wrote: Qt's count of those who have it is not seen. So may a caller who waits.
class Queued : public QtPrivate::QSlotObjectBase {
public:
    Queued(QSlotObjectBase* slot, bool isWaitedFor)
        : QSlotObjectBase(&run)
        , m_slot(slot)
        , m_isWaitedFor(isWaitedFor) {}

private:
    static void run(int which, QSlotObjectBase* self, QObject* receiver, void** arguments, bool*) {
        auto* one = static_cast<Queued*>(self);
        if (which == Call) {
            one->m_slot->call(receiver, arguments);
            __tsan_release(one);
            if (one->m_isWaitedFor)
                __tsan_release(receiver);
        } else if (which == Destroy) {
            __tsan_acquire(one);
            one->m_slot->destroyIfLastRef();
            delete one;
        }
    }
    QSlotObjectBase* const m_slot;
    const bool m_isWaitedFor;
};

const bool isRegistered = QInternal::registerCallback(QInternal::EventNotifyCallback, taken);

} // namespace

extern "C" {

bool __wrap__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result) {
    const bool isWaitedFor = type == Qt::BlockingQueuedConnection;
    auto* queued = new Queued(slot, isWaitedFor);
    __tsan_release(object);
    __tsan_release(queued); // it is destroyed uncalled if the object goes first
    __tsan_release(QThread::currentThread());
    const bool isCalled =
        __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            object, queued, type, result);
    if (isWaitedFor)
        __tsan_acquire(object);
    return isCalled;
}

void __wrap__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject* sender, const QMetaObject* meta, int signal,
                                                        void** arguments) {
    __tsan_release(&queuedSignals);
    __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(sender, meta, signal, arguments);
}

bool __wrap__ZN7QThread4waitE14QDeadlineTimer(QThread* thread, QDeadlineTimer deadline) {
    const bool hasEnded = __real__ZN7QThread4waitE14QDeadlineTimer(thread, deadline);
    __tsan_acquire(thread);
    return hasEnded;
}

} // extern "C"
