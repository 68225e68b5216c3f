from xmlrpc.server import SimpleXMLRPCServer


def serve(service):
    server = SimpleXMLRPCServer(("localhost", 8000))
    # ruleid: xmlrpc-dotted-names
    server.register_instance(service)
    # ruleid: xmlrpc-dotted-names
    server.register_instance(service)
    # ok: xmlrpc-dotted-names
    server.register_instance(service)
    # ok: xmlrpc-dotted-names
    server.register_instance(service, allow_dotted_names=False)
