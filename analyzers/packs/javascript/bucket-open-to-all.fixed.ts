import * as s3 from "aws-cdk-lib/aws-s3";

export function buckets(stack: Stack) {
  // ruleid: bucket-open-to-all
  new s3.Bucket(stack, "Public", { publicReadAccess: false });
  // ruleid: bucket-open-to-all
  new s3.Bucket(stack, "Acl", { accessControl: s3.BucketAccessControl.PRIVATE });
  // ruleid: bucket-open-to-all
  new s3.CfnBucket(stack, "Template", { accessControl: "Private" });
  // ruleid: bucket-open-to-all
  new s3.Bucket(stack, "Policies", { blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: true }) });
  // ok: bucket-open-to-all
  const kept = new s3.Bucket(stack, "Kept", { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, publicReadAccess: false });
  // ok: bucket-open-to-all
  new s3.Bucket(stack, "Private", { accessControl: s3.BucketAccessControl.PRIVATE });
  // ruleid: bucket-open-to-all
  kept.grantPublicAccess();
  // ok: bucket-open-to-all
  kept.grantRead(reader);
}

export async function put(client: S3Client, body: string) {
  // ruleid: bucket-open-to-all
  await client.send(new PutObjectCommand({ Bucket: "mine", Key: "a", Body: body, ACL: "private" }));
  // ok: bucket-open-to-all
  await client.send(new PutObjectCommand({ Bucket: "mine", Key: "a", Body: body, ACL: "private" }));
  // ruleid: bucket-open-to-all
  await storage.bucket("mine").file("a").makePublic();
  // ok: bucket-open-to-all
  await storage.bucket("mine").file("a").makePrivate();
  // ruleid: bucket-open-to-all
  await storage.bucket("mine").upload("a", { predefinedAcl: "private" });
}

// ruleid: bucket-open-to-all
export const site = new aws.s3.Bucket("site", { acl: "private" });
// ok: bucket-open-to-all
export const backups = new aws.s3.Bucket("backups", { acl: "private" });
