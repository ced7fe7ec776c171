<?php

declare(strict_types=1);

namespace Topgate\Request\AlibabaCharityUseractionSyncRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** 用户公益行为 The charity action */
final class ChannelUserActionDto extends RequestStruct
{
    public function __construct(
        /**
         * 活动ID Activity id
         * 必须 required
         * ≥ 1
         * 例 e.g. 12345
         */
        public int|string|null $activity_id = null,
        /**
         * 唯一的动作ID,渠道范围内唯一,幂等控制 Id of the action, unique within the channel; controls idempotency
         * 必须 required
         * 1–64 个可见 ASCII 字符，不含空格 1 to 64 visible ASCII characters, no spaces
         * 例 e.g. UNI_9901
         */
        public ?string $event_id = null,
        /**
         * 淘宝ID Taobao user id
         * ≥ 1
         * 例 e.g. 12345
         */
        public int|string|null $tb_user_id = null,
        /**
         * 做公益当时的时间戳 The time of the action in epoch milliseconds
         * 与 charity_timestamp 不一致时以后者为准 charity_timestamp wins when the two differ
         * 例 e.g. 12345
         */
        public int|string|null $timestamp_long = null,
        /**
         * 公益类型子代码 Sub-type of the action
         * 大写字母、数字、下划线；不填则取活动的默认值 Upper-case letters, digits, underscore; absent: the default of the activity
         * 例 e.g. SUB_CODE
         */
        public ?string $charity_type_sub_code = null,
        /**
         * 是否强制报名活动,默认false Whether to register the user for the activity by force; false by default
         * 例 e.g. false
         */
        public bool|string|null $fore_reg_activity = null,
        /**
         * 扩展属性 Further attributes
         * JSON 对象文本，≤4KB，值为标量 Text of a JSON object of scalars, up to 4 KB
         * 例 e.g. {}
         */
        public ?string $features_map = null,
        /**
         * 公益感言 Words of the user
         * ≤4KB，建议 500 字以内 Up to 4 KB, better under 500 characters
         * 例 e.g. 公益感言
         */
        public ?string $feeling = null,
        /**
         * 做公益当时的时间 When the good was done
         * 必须 required
         * 北京时间，不晚于当前 5 分钟，须在活动时间内 Beijing time, at most 5 minutes ahead, within the time of the activity
         * 例 e.g. 2019-08-08 12:00:00
         */
        public \DateTimeInterface|string|null $charity_timestamp = null,
        /**
         * 原生公益行为内容,JSON The action as the channel keeps it, in JSON
         * JSON 文本，≤16KB；按规则取其中的数量 JSON text up to 16 KB; quantities for the hours are read from it
         * 例 e.g. {}
         */
        public ?string $ori_content = null,
        /**
         * 三方用户标识 The user at the third party
         * ≤128 字符 Up to 128 characters
         * 例 e.g. 123
         */
        public ?string $third_user_key = null,
        /**
         * 版本 Version
         * "1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理 "1" uses tb_user_id, "2" allows third_user_key; others count as newest
         * 例 e.g. 2
         */
        public ?string $version = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::int64('activity_id'),
            Field::text('event_id'),
            Field::int64('tb_user_id'),
            Field::int64('timestamp_long'),
            Field::text('charity_type_sub_code'),
            Field::flag('fore_reg_activity'),
            Field::text('features_map'),
            Field::text('feeling'),
            Field::moment('charity_timestamp'),
            Field::text('ori_content'),
            Field::text('third_user_key'),
            Field::text('version'),
        ];
    }
}
