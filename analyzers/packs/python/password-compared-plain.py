from werkzeug.security import check_password_hash


def login(user, form, password, password2):
    # ruleid: password-compared-plain
    if user.password == form["password"]:
        return True
    # ruleid: password-compared-plain
    if password != user.password:
        return False
    # ruleid: password-compared-plain
    if user["password"] == password:
        return True
    # ok: password-compared-plain
    if password == password2:
        return True
    # ok: password-compared-plain
    if form.password == form.password_confirm:
        return True
    # ok: password-compared-plain
    return check_password_hash(user.password, password)


def other_ways(cursor, users, name, password):
    # ruleid: password-compared-plain
    if password == ADMIN_PASSWORD:
        return True
    # ruleid: password-compared-plain
    if users.get(name) == password:
        return True
    # ruleid: password-compared-plain
    User.objects.get(name=name, password=password)
    # ruleid: password-compared-plain
    cursor.execute("SELECT id FROM users WHERE name = ? AND password = ?", (name, password))
    # ok: password-compared-plain
    cursor.execute("SELECT id FROM users WHERE name = ? AND password = ?", (name, hashed))
    # ok: password-compared-plain
    cursor.execute("SELECT password FROM users WHERE name = ?", (name,))
    # ok: password-compared-plain
    User.objects.get(name=name, password=hash_password(password))
