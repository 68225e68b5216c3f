def compare(left, right):
    # ruleid: repeated-operand
    if left.ready and left.ready:
        return 1
    # ruleid: repeated-operand
    return left > right or left > right


def quiet(left, right, stream):
    # ok: repeated-operand
    if left.ready and right.ready:
        return 1
    # ok: repeated-operand
    if f"{{{left}}}" in right or f"{{ {left} }}" in right:
        return 2
    # ok: repeated-operand
    return stream.read(1) or stream.read(1)
