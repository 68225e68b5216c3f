resource "aws_s3_bucket" "b" {
  acl = "public-read"
  tags = [1, true]
  versioning { enabled = false }
  name = "q ${var.x}"
  k = foo(1)
}
resource "aws_db" "c" {
  encrypted = false
  acl = var.z
}
variable "v" { default = "x" }
