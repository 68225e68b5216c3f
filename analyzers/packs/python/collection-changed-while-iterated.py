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
