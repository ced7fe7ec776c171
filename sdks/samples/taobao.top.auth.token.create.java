TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);
TopAuthTokenCreateRequest req = new TopAuthTokenCreateRequest();
req.setCode("sandboxauthorizationcode00000001");
req.setUuid("abc");
TopAuthTokenCreateResponse rsp = client.execute(req);
System.out.println(rsp.getBody());
