import * as rds from "aws-cdk-lib/aws-rds";
import * as lambda from "aws-cdk-lib/aws-lambda";

// ruleid: cloud-service-public
new rds.DatabaseInstance(stack, "Orders", { engine, vpc, publiclyAccessible: false });
// ok: cloud-service-public
new rds.DatabaseInstance(stack, "Customers", { engine, vpc, publiclyAccessible: false });
// ruleid: cloud-service-public
worker.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
// ok: cloud-service-public
worker.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
// ruleid: cloud-service-public
new ec2.CfnInstance(stack, "Host", { networkInterfaces: [{ deviceIndex: "0", associatePublicIpAddress: true }] });
// ok: cloud-service-public
new Article({ publiclyAccessible: true });
