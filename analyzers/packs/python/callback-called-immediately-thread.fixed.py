from threading import Thread


def start(work):
    # ruleid: callback-called-immediately-thread
    Thread(target=work).start()
    # ok: callback-called-immediately-thread
    Thread(target=work).start()
    # ok: callback-called-immediately-thread
    Thread(target=work, args=(1,)).start()
