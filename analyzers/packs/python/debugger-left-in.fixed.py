
def f(work):
    # ruleid: debugger-left-in
    # ruleid: debugger-left-in
    # ok: debugger-left-in
    work.breakpoint()
