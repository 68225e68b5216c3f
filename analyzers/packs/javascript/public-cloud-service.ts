import * as rds from "aws-cdk-lib/aws-rds";
import * as lambda from "aws-cdk-lib/aws-lambda";

// ruleid: public-cloud-service
new rds.DatabaseInstance(stack, "Orders", { engine, vpc, publiclyAccessible: true });
// ok: public-cloud-service
new rds.DatabaseInstance(stack, "Customers", { engine, vpc, publiclyAccessible: false });
// ruleid: public-cloud-service
worker.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
// ok: public-cloud-service
worker.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
// ruleid: public-cloud-service
new ec2.CfnInstance(stack, "Host", { networkInterfaces: [{ deviceIndex: "0", associatePublicIpAddress: true }] });
// ok: public-cloud-service
new Article({ publiclyAccessible: true });
