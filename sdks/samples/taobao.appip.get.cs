ITopClient client = new DefaultTopClient(url, appkey, secret);
AppipGetRequest req = new AppipGetRequest();
AppipGetResponse rsp = client.Execute(req);
Console.WriteLine(rsp.Body);
