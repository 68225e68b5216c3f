def prune(names, totals, seen):
    for name in names:
        if not name:
            # ruleid: collection-changed-while-iterated
            names.remove(name)
    for key in totals:
        if totals[key] == 0:
            # ruleid: collection-changed-while-iterated
            del totals[key]
    for key, value in totals.items():
        if not value:
            # ruleid: collection-changed-while-iterated
            totals.pop(key)
    for item in seen:
        # ruleid: collection-changed-while-iterated
        seen.discard(item)


def quiet(names, totals, others):
    for name in list(names):
        # ok: collection-changed-while-iterated
        names.remove(name)
    for key in totals.copy():
        # ok: collection-changed-while-iterated
        del totals[key]
    for name in names:
        # ok: collection-changed-while-iterated
        others.remove(name)
    for name in names:
        if not name:
            # ok: collection-changed-while-iterated
            names.remove(name)
            break
    for name in names:
        if name == "x":
            # ok: collection-changed-while-iterated
            names.remove(name)
            return


class Registry(dict):
    def keys(self):
        return list(super().keys())

    def reset(self):
        for key in self.keys():
            # ok: collection-changed-while-iterated
            del self[key]


def by_index(items, others):
    for i in range(len(items)):
        if items[i].done:
            # ruleid: collection-changed-while-iterated
            del items[i]
    for i, item in enumerate(items):
        if item.done:
            # ruleid: collection-changed-while-iterated
            items.pop(i)
    for item in items:
        # ruleid: collection-changed-while-iterated
        items.append(item.child)
    for i in range(len(items)):
        if items[i].done:
            # ok: collection-changed-while-iterated
            del items[i]
            break
    for i in reversed(range(len(items))):
        # ok: collection-changed-while-iterated
        del items[i]
    for item in items:
        # ok: collection-changed-while-iterated
        others.append(item)
    for item in items:
        if item.child:
            # ok: collection-changed-while-iterated
            items.append(item.child)
