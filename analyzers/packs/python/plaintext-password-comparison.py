from werkzeug.security import check_password_hash


def login(user, form, password, password2):
    # ruleid: plaintext-password-comparison
    if user.password == form["password"]:
        return True
    # ruleid: plaintext-password-comparison
    if password != user.password:
        return False
    # ruleid: plaintext-password-comparison
    if user["password"] == password:
        return True
    # ok: plaintext-password-comparison
    if password == password2:
        return True
    # ok: plaintext-password-comparison
    if form.password == form.password_confirm:
        return True
    # ok: plaintext-password-comparison
    return check_password_hash(user.password, password)


def other_ways(cursor, users, name, password):
    # ruleid: plaintext-password-comparison
    if password == ADMIN_PASSWORD:
        return True
    # ruleid: plaintext-password-comparison
    if users.get(name) == password:
        return True
    # ruleid: plaintext-password-comparison
    User.objects.get(name=name, password=password)
    # ruleid: plaintext-password-comparison
    cursor.execute("SELECT id FROM users WHERE name = ? AND password = ?", (name, password))
    # ok: plaintext-password-comparison
    cursor.execute("SELECT id FROM users WHERE name = ? AND password = ?", (name, hashed))
    # ok: plaintext-password-comparison
    cursor.execute("SELECT password FROM users WHERE name = ?", (name,))
    # ok: plaintext-password-comparison
    User.objects.get(name=name, password=hash_password(password))
