ITopClient client = new DefaultTopClient(url, appkey, secret);
RetailUserTagMobileAddRequest req = new RetailUserTagMobileAddRequest();
req.BizCode = "**";
req.IsvUserId = "*123**45*";
req.OpenId = "*123**45*";
req.AlipayUserId = "*1234**5678*";
req.ExtParam = "{}";
RetailUserTagMobileAddResponse rsp = client.Execute(req);
Console.WriteLine(rsp.Body);
