def clean(name, path, target, names):
    # ruleid: string-result-dropped
    name.strip()
    # ruleid: string-result-dropped
    name.replace("a", "b")
    # ok: string-result-dropped
    name = name.strip()
    # ok: string-result-dropped
    path.replace(target)
    # ok: string-result-dropped
    names.sort()
    print(
        # ok: string-result-dropped
        name.lower()
    )
    return name.upper()
