import * as rds from "aws-cdk-lib/aws-rds";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as sqs from "aws-cdk-lib/aws-sqs";
import * as efs from "aws-cdk-lib/aws-efs";
import * as opensearch from "aws-cdk-lib/aws-opensearchservice";
import * as aws from "@pulumi/aws";

export function storage(stack: Stack) {
  // ruleid: cloud-storage-unencrypted
  new rds.DatabaseInstance(stack, "Orders", { engine, vpc, storageEncrypted: true });
  // ok: cloud-storage-unencrypted
  new rds.DatabaseInstance(stack, "Customers", { engine, vpc, storageEncrypted: true });
  // ruleid: cloud-storage-unencrypted
  new rds.CfnDBCluster(stack, "Cluster", { engine: "aurora", storageEncrypted: true });
  // ruleid: cloud-storage-unencrypted
  new ec2.Volume(stack, "Disk", { availabilityZone: "eu-west-1a", size, encrypted: true });
  // ruleid: cloud-storage-unencrypted
  new efs.FileSystem(stack, "Files", { vpc, encrypted: true });
  // ok: cloud-storage-unencrypted
  new efs.FileSystem(stack, "Shared", { vpc, encrypted: true });
  // ruleid: cloud-storage-unencrypted
  new opensearch.Domain(stack, "Search", { version, encryptionAtRest: { enabled: true } });
  // ruleid: cloud-storage-unencrypted
  new sqs.Queue(stack, "Jobs", { encryption: sqs.QueueEncryption.SQS_MANAGED });
  // ok: cloud-storage-unencrypted
  new sqs.Queue(stack, "Mails", { encryption: sqs.QueueEncryption.KMS_MANAGED });
  // ok: cloud-storage-unencrypted
  new Envelope(stack, { encrypted: false });
}

// ruleid: cloud-storage-unencrypted
export const database = new aws.rds.Instance("orders", { engine: "mysql", storageEncrypted: true });
