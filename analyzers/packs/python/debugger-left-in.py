import pdb


def f(work):
    # ruleid: debugger-left-in
    breakpoint()
    # ruleid: debugger-left-in
    pdb.set_trace()
    # ok: debugger-left-in
    work.breakpoint()
