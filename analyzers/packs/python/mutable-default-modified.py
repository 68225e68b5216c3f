def collect(item, found=[]):
    # ruleid: mutable-default-modified
    found.append(item)
    return found


def count(word, *, totals={}):
    for letter in word:
        # ruleid: mutable-default-modified
        totals[letter] = totals.get(letter, 0) + 1
    return totals


class Graph:
    def visit(self, node, seen: set = set()):
        if node in seen:
            return
        # ruleid: mutable-default-modified
        seen.add(node)


def quiet(item, names=[], found=None, options={}):
    found = [] if found is None else found
    # ok: mutable-default-modified
    found.append(item)
    options = dict(options)
    # ok: mutable-default-modified
    options["name"] = item
    # ok: mutable-default-modified
    return [name for name in names if name], options, found
