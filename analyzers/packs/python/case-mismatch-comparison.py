def f(name):
    # ruleid: case-mismatch-comparison
    if name.lower() == "Admin":
        return 1
    # ruleid: case-mismatch-comparison
    if name.strip().upper().startswith("x-"):
        return 2
    # ruleid: case-mismatch-comparison
    if "Bearer" in name.lower():
        return 3
    # ok: case-mismatch-comparison
    if name.lower() == "admin" or name.upper() == "A\n":
        return 4
    # ok: case-mismatch-comparison
    return name == "Admin"
