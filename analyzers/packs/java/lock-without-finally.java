import java.util.concurrent.locks.Lock;

class Store {
    private Lock lock;
    private int count;

    void write(Runnable entry) {
        // ruleid: lock-without-finally
        lock.lock();
        entry.run();
        lock.unlock();
    }

    void careful(Runnable entry) {
        // ok: lock-without-finally
        lock.lock();
        try {
            entry.run();
        } finally {
            lock.unlock();
        }
    }

    void simple() {
        // ok: lock-without-finally
        lock.lock();
        count = 0;
        lock.unlock();
    }

    void downgrade() {
        // ok: lock-without-finally
        readLock.lock();
        writeLock.unlock();
        readLock.unlock();
    }
}
