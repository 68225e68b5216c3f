from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk.aws_apigateway import CfnDomainName, DomainName, SecurityPolicy


def domains(scope, certificate, client):
    # ruleid: weak-tls-version-cloud
    DomainName(scope, "a", certificate=certificate, security_policy=SecurityPolicy.TLS_1_0)
    # ok: weak-tls-version-cloud
    DomainName(scope, "b", certificate=certificate, security_policy=SecurityPolicy.TLS_1_2)
    # ruleid: weak-tls-version-cloud
    CfnDomainName(scope, "c", security_policy="TLS_1_0")
    # ruleid: weak-tls-version-cloud
    client.create_domain_name(domainName="a.example", securityPolicy="TLS_1_0")
    # ok: weak-tls-version-cloud
    client.create_domain_name(domainName="a.example", securityPolicy="TLS_1_2")


def distributions(scope, policy):
    # ruleid: weak-tls-version-cloud
    cloudfront.Distribution(scope, "d", minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2016)
    # ok: weak-tls-version-cloud
    cloudfront.Distribution(scope, "e", minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021)
    # ruleid: weak-tls-version-cloud
    viewer = {"MinimumProtocolVersion": "TLSv1", "SSLSupportMethod": "sni-only"}
    # ok: weak-tls-version-cloud
    is_old = policy == SecurityPolicy.TLS_1_0
    return viewer, is_old
