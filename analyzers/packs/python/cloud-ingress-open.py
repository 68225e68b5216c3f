import boto3
import pulumi_aws
from aws_cdk import Stack, aws_ec2 as ec2
from aws_cdk.aws_ec2 import Peer, Port

EVERYONE = "0.0.0.0/0"


class Network(Stack):
    def __init__(self, scope, name, group, instance):
        # ruleid: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))
        # ruleid: cloud-ingress-open
        group.add_ingress_rule(Peer.any_ipv6(), Port.tcp(3389), "remote desktop")
        # ruleid: cloud-ingress-open
        group.add_ingress_rule(peer=ec2.Peer.ipv4("0.0.0.0/0"), connection=ec2.Port.all_traffic())
        # ruleid: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp_range(1, 1024))
        # ruleid: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.SSH)
        # ok: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443))
        # ok: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.HTTPS)
        # ok: cloud-ingress-open
        group.add_ingress_rule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.tcp(22))
        # ok: cloud-ingress-open
        group.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.all_traffic())
        # ruleid: cloud-ingress-open
        instance.connections.allow_from_any_ipv4(ec2.Port.tcp(5432))
        # ok: cloud-ingress-open
        instance.connections.allow_from_any_ipv4(ec2.Port.tcp(80), "pages")
        # ruleid: cloud-ingress-open
        instance.connections.allow_from(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))
        # ok: cloud-ingress-open
        instance.connections.allow_from(group, ec2.Port.tcp(22))
        # ruleid: cloud-ingress-open
        ec2.CfnSecurityGroupIngress(self, "a", ip_protocol="tcp", cidr_ip="0.0.0.0/0", from_port=22, to_port=22)
        # ruleid: cloud-ingress-open
        ec2.CfnSecurityGroup.IngressProperty(ip_protocol="tcp", cidr_ip=EVERYONE, from_port=3389, to_port=3389)
        # ok: cloud-ingress-open
        ec2.CfnSecurityGroupIngress(self, "b", ip_protocol="tcp", cidr_ip="0.0.0.0/0", from_port=443, to_port=443)
        # ok: cloud-ingress-open
        ec2.CfnSecurityGroupIngress(self, "c", ip_protocol="tcp", cidr_ip="10.1.0.0/16", from_port=22, to_port=22)


def calls(group):
    client = boto3.client("ec2")
    # ruleid: cloud-ingress-open
    client.authorize_security_group_ingress(GroupId=group, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="0.0.0.0/0")
    # ok: cloud-ingress-open
    client.authorize_security_group_ingress(GroupId=group, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="10.0.0.0/8")
    # ruleid: cloud-ingress-open
    client.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 6379, "ToPort": 6379, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
    )
    # ok: cloud-ingress-open
    client.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
    )
    # ruleid: cloud-ingress-open
    pulumi_aws.ec2.SecurityGroupIngressArgs(protocol="tcp", from_port=22, to_port=22, cidr_blocks=["0.0.0.0/0"])
    # ok: cloud-ingress-open
    pulumi_aws.ec2.SecurityGroupIngressArgs(protocol="tcp", from_port=80, to_port=80, cidr_blocks=["0.0.0.0/0"])
