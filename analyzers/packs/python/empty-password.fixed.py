import ldap
from django.contrib.auth.hashers import make_password


def accounts(user, password, connection):
    # ruleid: empty-password
    user.set_unusable_password()
    # ruleid: empty-password
    make_password("")
    # ruleid: empty-password
    connection.simple_bind_s("cn=root", "")
    # ruleid: empty-password
    connection.simple_bind_s()
    # ok: empty-password
    user.set_password(password)
    # ok: empty-password
    user.set_unusable_password()
    # ok: empty-password
    connection.simple_bind_s("cn=root", password)
