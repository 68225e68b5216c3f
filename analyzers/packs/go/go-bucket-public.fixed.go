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
	// ruleid: go-bucket-public
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key, ACL: types.ObjectCannedACLPrivate})
	// ruleid: go-bucket-public
	client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &name, ACL: types.BucketCannedACLPrivate})
	// ruleid: go-bucket-public
	old.PutObject(&oldS3.PutObjectInput{Bucket: &name, Key: &key, ACL: aws.String("private")})
	// ruleid: go-bucket-public
	bucket.ACL().Set(ctx, storage.AllUsers, storage.RoleReader)
	// ok: go-bucket-public
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key, ACL: types.ObjectCannedACLPrivate})
	// ok: go-bucket-public
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: &name, Key: &key})
	// ok: go-bucket-public
	bucket.ACL().Set(ctx, storage.ACLEntity("user-a@example.com"), storage.RoleReader)
}

func variable(client *s3.S3, name string) {
	acl := "public-read"
	// ruleid: go-bucket-public
	client.PutBucketAcl(&s3.PutBucketAclInput{Bucket: &name, ACL: &acl})
}

func variablePrivate(client *s3.S3, name string) {
	acl := "private"
	// ok: go-bucket-public
	client.PutBucketAcl(&s3.PutBucketAclInput{Bucket: &name, ACL: &acl})
}
