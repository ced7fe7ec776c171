ITopClient client = new DefaultTopClient(url, appkey, secret);
TimeGetRequest req = new TimeGetRequest();
TimeGetResponse rsp = client.Execute(req);
Console.WriteLine(rsp.Body);
