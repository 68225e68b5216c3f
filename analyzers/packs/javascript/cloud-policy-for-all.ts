import * as iam from "aws-cdk-lib/aws-iam";
import { PolicyStatement, AnyPrincipal, Effect } from "aws-cdk-lib/aws-iam";

// ruleid: cloud-policy-for-all
export const all = new iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: ["*"], resources: ["*"] });
// ruleid: cloud-policy-for-all
export const short = new PolicyStatement({ actions: ["*"], resources: [bucket.bucketArn] });
// ok: cloud-policy-for-all
export const one = new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [bucket.arnForObjects("*")] });
// ruleid: cloud-policy-for-all
export const everybody = new PolicyStatement({ principals: [new AnyPrincipal()], actions: ["s3:PutObject"], resources });
// ruleid: cloud-policy-for-all
export const star = new iam.PolicyStatement({ principals: [new iam.ArnPrincipal("*")], actions: ["sqs:SendMessage"] });
// ok: cloud-policy-for-all
export const denied = new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ["s3:*"] });
// ok: cloud-policy-for-all
export const refused = new PolicyStatement({ effect: Effect.DENY, actions: ["*"], resources: ["*"] });
// ok: cloud-policy-for-all
export const asked = new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ["sns:Publish"], conditions });
// ruleid: cloud-policy-for-all
export const template = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
// ok: cloud-policy-for-all
export const role = { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::mine/*" }] };

const statement = new iam.PolicyStatement();
// ruleid: cloud-policy-for-all
statement.addActions("*");
// ok: cloud-policy-for-all
statement.addActions("s3:GetObject");
