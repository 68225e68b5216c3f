def prune(names, totals, seen):
    for name in names:
        if not name:
            # ruleid: modified-while-iterated
            names.remove(name)
    for key in totals:
        if totals[key] == 0:
            # ruleid: modified-while-iterated
            del totals[key]
    for key, value in totals.items():
        if not value:
            # ruleid: modified-while-iterated
            totals.pop(key)
    for item in seen:
        # ruleid: modified-while-iterated
        seen.discard(item)


def quiet(names, totals, others):
    for name in list(names):
        # ok: modified-while-iterated
        names.remove(name)
    for key in totals.copy():
        # ok: modified-while-iterated
        del totals[key]
    for name in names:
        # ok: modified-while-iterated
        others.remove(name)
    for name in names:
        if not name:
            # ok: modified-while-iterated
            names.remove(name)
            break
    for name in names:
        if name == "x":
            # ok: modified-while-iterated
            names.remove(name)
            return


class Registry(dict):
    def keys(self):
        return list(super().keys())

    def reset(self):
        for key in self.keys():
            # ok: modified-while-iterated
            del self[key]


def by_index(items, others):
    for i in range(len(items)):
        if items[i].done:
            # ruleid: modified-while-iterated
            del items[i]
    for i, item in enumerate(items):
        if item.done:
            # ruleid: modified-while-iterated
            items.pop(i)
    for item in items:
        # ruleid: modified-while-iterated
        items.append(item.child)
    for i in range(len(items)):
        if items[i].done:
            # ok: modified-while-iterated
            del items[i]
            break
    for i in reversed(range(len(items))):
        # ok: modified-while-iterated
        del items[i]
    for item in items:
        # ok: modified-while-iterated
        others.append(item)
    for item in items:
        if item.child:
            # ok: modified-while-iterated
            items.append(item.child)
    for item in items:
        if item.child:
            # ok: modified-while-iterated
            items.add(item.child)
    found = set(items)
    for item in found:
        if item.child:
            # ruleid: modified-while-iterated
            found.add(item.child)
    for item in set(items):
        # ok: modified-while-iterated
        items.add(item.child)
