def find(users, name):
    # ruleid: pymongo-where-built
    users.find({"$where": "this.name == '" + name + "'"})
    # ruleid: pymongo-where-built
    users.find({"$where": f"this.name == '{name}'"})
    # ok: pymongo-where-built
    users.find({"$where": "this.a > this.b"})
    # ok: pymongo-where-built
    users.find({"name": {"$eq": name}})
