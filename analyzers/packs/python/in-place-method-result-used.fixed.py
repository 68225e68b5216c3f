import random


def f(names: list[str]):
    # ruleid: in-place-method-result-used
    names.sort()
    # ruleid: in-place-method-result-used
    for name in names.reverse():
        print(name)
    # ruleid: in-place-method-result-used
    mixed = random.shuffle(names)
    # ok: in-place-method-result-used
    names.sort()
    # ok: in-place-method-result-used
    names = sorted(names)
    return names, mixed


def add(other):
    names = []
    # ruleid: in-place-method-result-used
    names.append(other)
    # ok: in-place-method-result-used
    other = names.append(other)
    return names


def known(paths: list, count):
    # ruleid: in-place-method-result-used
    paths.reverse()
    lines = [str(each) for each in range(count)]
    # ruleid: in-place-method-result-used
    lines.sort(key=len)
    ordered = sorted(lines)
    # ruleid: in-place-method-result-used
    for line in ordered.reverse():
        print(line)
    words: list[str] = count.words
    # ruleid: in-place-method-result-used
    words.sort()
    return paths, lines, words


def unknown(find, frame, cursor):
    # ok: in-place-method-result-used
    for note in find.notes.all().reverse():
        print(note)
    # ok: in-place-method-result-used
    for note in find.reverse():
        print(note)
    # ok: in-place-method-result-used
    frame = frame.sort("day")
    # ok: in-place-method-result-used
    cursor = cursor.sort("day", -1)
    queries = find.all()
    # ok: in-place-method-result-used
    queries = queries.reverse()
    return frame, cursor, queries
