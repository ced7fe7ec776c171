ITopClient client = new DefaultTopClient(url, appkey, secret);
TopAuthTokenCreateRequest req = new TopAuthTokenCreateRequest();
req.Code = "sandboxauthorizationcode00000001";
req.Uuid = "abc";
TopAuthTokenCreateResponse rsp = client.Execute(req);
Console.WriteLine(rsp.Body);
