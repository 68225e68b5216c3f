import { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

export const page = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const name = event.queryStringParameters?.name;
  return {
    statusCode: 200,
    headers: { "Content-Type": "text/html" },
    // ruleid: xss
    body: `<h1>Hello ${name}</h1>`,
  };
};

export const data = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  return {
    statusCode: 200,
    // ok: xss
    body: JSON.stringify({ name: event.queryStringParameters?.name }),
  };
};
