def compare(left, right):
    # ruleid: identical-operands
    if left.ready:
        return 1
    # ruleid: identical-operands
    return left > right


def quiet(left, right, stream):
    # ok: identical-operands
    if left.ready and right.ready:
        return 1
    # ok: identical-operands
    if f"{{{left}}}" in right or f"{{ {left} }}" in right:
        return 2
    # ok: identical-operands
    return stream.read(1) or stream.read(1)
