TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);
AppipGetRequest req = new AppipGetRequest();
AppipGetResponse rsp = client.execute(req);
System.out.println(rsp.getBody());
