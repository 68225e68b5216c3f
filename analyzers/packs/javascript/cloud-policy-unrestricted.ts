import * as iam from "aws-cdk-lib/aws-iam";
import { PolicyStatement, AnyPrincipal, Effect } from "aws-cdk-lib/aws-iam";

// ruleid: cloud-policy-unrestricted
export const all = new iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: ["*"], resources: ["*"] });
// ruleid: cloud-policy-unrestricted
export const short = new PolicyStatement({ actions: ["*"], resources: [bucket.bucketArn] });
// ok: cloud-policy-unrestricted
export const one = new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [bucket.arnForObjects("*")] });
// ruleid: cloud-policy-unrestricted
export const everybody = new PolicyStatement({ principals: [new AnyPrincipal()], actions: ["s3:PutObject"], resources });
// ruleid: cloud-policy-unrestricted
export const star = new iam.PolicyStatement({ principals: [new iam.ArnPrincipal("*")], actions: ["sqs:SendMessage"] });
// ok: cloud-policy-unrestricted
export const denied = new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ["s3:*"] });
// ok: cloud-policy-unrestricted
export const refused = new PolicyStatement({ effect: Effect.DENY, actions: ["*"], resources: ["*"] });
// ok: cloud-policy-unrestricted
export const asked = new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ["sns:Publish"], conditions });
// ruleid: cloud-policy-unrestricted
export const template = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
// ok: cloud-policy-unrestricted
export const role = { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::mine/*" }] };

const statement = new iam.PolicyStatement();
// ruleid: cloud-policy-unrestricted
statement.addActions("*");
// ok: cloud-policy-unrestricted
statement.addActions("s3:GetObject");
