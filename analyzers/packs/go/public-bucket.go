package example

import (
	"context"

	"cloud.google.com/go/storage"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws"
	oldS3 "github.com/aws/aws-sdk-go/service/s3"
)

func put(ctx context.Context, client *s3.Client, old *oldS3.S3, bucket *storage.BucketHandle) {
	// ruleid: public-bucket
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key, ACL: types.ObjectCannedACLPublicRead})
	// ruleid: public-bucket
	client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &name, ACL: types.BucketCannedACLPublicReadWrite})
	// ruleid: public-bucket
	old.PutObject(&oldS3.PutObjectInput{Bucket: &name, Key: &key, ACL: aws.String("public-read")})
	// ruleid: public-bucket
	bucket.ACL().Set(ctx, storage.AllUsers, storage.RoleReader)
	// ok: public-bucket
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key, ACL: types.ObjectCannedACLPrivate})
	// ok: public-bucket
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key})
	// ok: public-bucket
	bucket.ACL().Set(ctx, storage.ACLEntity("user-a@example.com"), storage.RoleReader)
}

func variable(client *s3.S3, name string) {
	acl := "public-read"
	// ruleid: public-bucket
	client.PutBucketAcl(&s3.PutBucketAclInput{Bucket: &name, ACL: &acl})
}

func variablePrivate(client *s3.S3, name string) {
	acl := "private"
	// ok: public-bucket
	client.PutBucketAcl(&s3.PutBucketAclInput{Bucket: &name, ACL: &acl})
}
