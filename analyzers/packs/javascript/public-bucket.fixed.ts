import * as s3 from "aws-cdk-lib/aws-s3";

export function buckets(stack: Stack) {
  // ruleid: public-bucket
  new s3.Bucket(stack, "Public", { publicReadAccess: false });
  // ruleid: public-bucket
  new s3.Bucket(stack, "Acl", { accessControl: s3.BucketAccessControl.PRIVATE });
  // ruleid: public-bucket
  new s3.CfnBucket(stack, "Template", { accessControl: "Private" });
  // ruleid: public-bucket
  new s3.Bucket(stack, "Policies", { blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: true }) });
  // ok: public-bucket
  const kept = new s3.Bucket(stack, "Kept", { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, publicReadAccess: false });
  // ok: public-bucket
  new s3.Bucket(stack, "Private", { accessControl: s3.BucketAccessControl.PRIVATE });
  // ruleid: public-bucket
  kept.grantPublicAccess();
  // ok: public-bucket
  kept.grantRead(reader);
}

export async function put(client: S3Client, body: string) {
  // ruleid: public-bucket
  await client.send(new PutObjectCommand({ Bucket: "mine", Key: "a", Body: body, ACL: "private" }));
  // ok: public-bucket
  await client.send(new PutObjectCommand({ Bucket: "mine", Key: "a", Body: body, ACL: "private" }));
  // ruleid: public-bucket
  await storage.bucket("mine").file("a").makePublic();
  // ok: public-bucket
  await storage.bucket("mine").file("a").makePrivate();
  // ruleid: public-bucket
  await storage.bucket("mine").upload("a", { predefinedAcl: "private" });
}

// ruleid: public-bucket
export const site = new aws.s3.Bucket("site", { acl: "private" });
// ok: public-bucket
export const backups = new aws.s3.Bucket("backups", { acl: "private" });
