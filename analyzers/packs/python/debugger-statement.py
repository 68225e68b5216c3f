import pdb


def f(work):
    # ruleid: debugger-statement
    breakpoint()
    # ruleid: debugger-statement
    pdb.set_trace()
    # ok: debugger-statement
    work.breakpoint()
