from threading import Thread


def start(work):
    # ruleid: thread-target-called
    Thread(target=work).start()
    # ok: thread-target-called
    Thread(target=work).start()
    # ok: thread-target-called
    Thread(target=work, args=(1,)).start()
