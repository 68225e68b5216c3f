import grpc


def connect(address):
    # ruleid: grpc-without-tls
    grpc.secure_channel("prices.shop.com:50051", grpc.ssl_channel_credentials())
    # ok: grpc-without-tls
    grpc.insecure_channel("localhost:50051")
    # ok: grpc-without-tls
    grpc.secure_channel("prices.shop.com:443", grpc.ssl_channel_credentials())
