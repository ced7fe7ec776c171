TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);
RetailUserTagMobileAddRequest req = new RetailUserTagMobileAddRequest();
req.setBizCode("**");
req.setIsvUserId("*123**45*");
req.setOpenId("*123**45*");
req.setAlipayUserId("*1234**5678*");
req.setExtParam("{}");
RetailUserTagMobileAddResponse rsp = client.execute(req);
System.out.println(rsp.getBody());
