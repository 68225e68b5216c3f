import * as ec2 from "aws-cdk-lib/aws-ec2";
import { Peer, Port } from "aws-cdk-lib/aws-ec2";

// ruleid: cloud-ingress-open
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
// ruleid: cloud-ingress-open
group.addIngressRule(Peer.anyIpv6(), Port.allTraffic(), "everything");
// ruleid: cloud-ingress-open
group.addIngressRule(ec2.Peer.ipv4("0.0.0.0/0"), ec2.Port.tcp(5432));
// ruleid: cloud-ingress-open
database.connections.allowFrom(ec2.Peer.anyIpv4(), ec2.Port.tcp(3306));
// ruleid: cloud-ingress-open
database.connections.allowFromAnyIpv4(ec2.Port.tcp(3389), "desktop");
// ruleid: cloud-ingress-open
bastion.allowSshAccessFrom(ec2.Peer.anyIpv4());
// ok: cloud-ingress-open
group.addIngressRule(ec2.Peer.ipv4("10.0.0.0/16"), ec2.Port.tcp(22));
// ok: cloud-ingress-open
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
// ok: cloud-ingress-open
site.connections.allowFromAnyIpv4(ec2.Port.tcp(80));
