
def f(work):
    # ruleid: debugger-statement
    # ruleid: debugger-statement
    # ok: debugger-statement
    work.breakpoint()
