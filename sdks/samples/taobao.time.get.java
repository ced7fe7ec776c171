TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);
TimeGetRequest req = new TimeGetRequest();
TimeGetResponse rsp = client.execute(req);
System.out.println(rsp.getBody());
