import threading

lock = threading.Lock()


class Counter:
    def add(self, value):
        # ruleid: lock-without-finally
        self._lock.acquire()
        self.total += parse(value)
        self._lock.release()

    def read(self):
        # ruleid: lock-without-finally
        lock.acquire()
        first = self.first()
        second = self.second()
        lock.release()
        return first, second

    def safe(self, value):
        # ok: lock-without-finally
        self._lock.acquire()
        try:
            self.total += parse(value)
        finally:
            self._lock.release()

    def wait(self):
        # ok: lock-without-finally
        lock.acquire()
        lock.release()

    def hold(self):
        # ok: lock-without-finally
        lock.acquire()
        self.run()

    def other(self, item):
        # ok: lock-without-finally
        item.acquire()
        item.use()
        item.release()

    def nested(self, wait):
        # ok: lock-without-finally
        taken = self._lock.acquire() if wait else self._lock.acquire(timeout=1)
        if not taken:
            return
        try:
            self.run()
        finally:
            self._lock.release()
