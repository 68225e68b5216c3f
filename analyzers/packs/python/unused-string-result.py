def clean(name, path, target, names):
    # ruleid: unused-string-result
    name.strip()
    # ruleid: unused-string-result
    name.replace("a", "b")
    # ok: unused-string-result
    name = name.strip()
    # ok: unused-string-result
    path.replace(target)
    # ok: unused-string-result
    names.sort()
    print(
        # ok: unused-string-result
        name.lower()
    )
    return name.upper()
