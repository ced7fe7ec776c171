ITopClient client = new DefaultTopClient(url, appkey, secret);
TopAuthTokenRefreshRequest req = new TopAuthTokenRefreshRequest();
req.RefreshToken = "6200sandbox0000000000000000000000000000000000000000000007";
TopAuthTokenRefreshResponse rsp = client.Execute(req);
Console.WriteLine(rsp.Body);
